// Starts `casebook lsp` for sheets and articles; all else is its work.
const { window, workspace, WorkspaceEdit } = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

exports.activate = () => {
  const command = workspace.getConfiguration("casebook").get("command");
  const documentSelector = ["yaml", "markdown"].map((language) => ({ scheme: "file", language }));
  const options = { documentSelector, middleware: { provideRenameEdits, provideDocumentSymbols } };
  client = new LanguageClient("casebook", "Casebook", { command, args: ["lsp"] }, options);
  return client.start();
};

exports.deactivate = () => client?.stop();

// The headings of articles are in the outline already: Markdown's own extension puts them there.
function provideDocumentSymbols(document, token, next) {
  return document.languageId === "markdown" ? [] : next(document, token);
}

// What is refused is not to be done by the next who can rename: to Markdown's own extension an id is a file.
async function provideRenameEdits(document, position, name, token, next) {
  try {
    return await next(document, position, name, token);
  } catch (error) {
    window.showErrorMessage(error.message);
    return new WorkspaceEdit();
  }
}
