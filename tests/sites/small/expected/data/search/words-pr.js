casebook.take("words-pr",{"printed":[15],"probably":[0,7]})
