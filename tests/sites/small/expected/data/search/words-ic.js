casebook.take("words-ic",{"ich":[8]})
