casebook.take("words-po",{"podsluchana":[33],"podsluchano":[0,4,14],"portrait":[0]})
