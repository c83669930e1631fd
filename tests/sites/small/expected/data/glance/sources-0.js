casebook.take("glance/sources-0",{"agency":["Agency","News agency","",""],"gazeta":["Gazeta Łódzka","Newspaper","",""],"insider":["A person briefed on the inquiry","Source","",""]})
