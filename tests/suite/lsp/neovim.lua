-- Does in a real Neovim what somebody does who writes, one thing after the other, and keeps what they saw, line by line.

local SEEN = 'seen.txt'
local seen, step = {}, nil

local function say(...)
  table.insert(seen, table.concat({ ... }, ' '))
end

local function leave()
  vim.fn.writefile(seen, SEEN)
  vim.cmd('qall!')
end

-- Waits until `ready` returns something, and returns that.
local function await(what, ready)
  local latest = vim.loop.now() + 20000
  while true do
    local found = ready()
    if found then
      return found
    end
    if vim.loop.now() > latest then
      say('waited in vain for ' .. what)
      leave()
    end
    vim.defer_fn(step, 10)
    coroutine.yield()
  end
end

local function findings()
  local words = vim.tbl_map(function(finding)
    return vim.split(finding.message, '\n')[1]
  end, vim.diagnostic.get(0))
  return table.concat(words, '; ')
end

local function wait_for_findings(words)
  await(words, function()
    return findings():find(words, 1, true) and (words ~= '' or findings() == '')
  end)
  say('found:', findings())
end

-- Takes the quick fix with this title, with the cursor at what is found by `pattern`.
local function fix(pattern, title)
  vim.ui.select = function(actions, _, take)
    for _, action in ipairs(actions) do
      if (action.action or action[2]).title == title then
        return take(action)
      end
    end
    say('no fix is called ' .. title)
    leave()
  end
  vim.fn.search(pattern)
  vim.lsp.buf.code_action()
end

-- What is offered behind what was just typed. Newer ones offer it by themselves.
local function say_what_is_offered()
  if not vim.lsp.config then
    vim.api.nvim_input('<C-x><C-o>')
  end
  await('ids to choose from', function()
    return vim.fn.pumvisible() == 1
  end)
  local words = vim.tbl_map(function(item)
    return item.word
  end, vim.fn.complete_info({ 'items' }).items)
  say('offered:', unpack(words))
end

local function write()
  await('the server', function()
    local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
    return clients[1] and clients[1].initialized ~= false
  end)
  vim.api.nvim_input('Go[so](@tolt)<Esc>')
  wait_for_findings('no entry has the id `tolt`')
  fix('tolt', 'change `tolt` to `told`')
  wait_for_findings('')

  vim.api.nvim_input('Go[](@we')
  say_what_is_offered()
  vim.api.nvim_input('<C-y>)<Esc>')
  await('what was chosen', function()
    return vim.api.nvim_get_mode().mode == 'n' and vim.fn.search('@weiss)', 'nw') > 0
  end)

  vim.api.nvim_input('Go[](@jan)<Esc>')
  wait_for_findings('no entry has the id `jan`')
  fix('jan', 'create the person `jan`')
  wait_for_findings('')

  vim.fn.search('told so](@\\zstold')
  vim.lsp.buf.rename('heard')
  await('the new id', function()
    return vim.fn.search('@told', 'nw') == 0
  end)
  wait_for_findings('')
  vim.cmd('silent wall')
  leave()
end

step = coroutine.wrap(function()
  local went, why = pcall(write)
  if not went then
    say(why)
    leave()
  end
end)
vim.defer_fn(step, 0)
