casebook.take("words-th",{"that":[9],"the":[1,5,6,11,13,15,16,21,23,35,37],"things":[10,19]})
