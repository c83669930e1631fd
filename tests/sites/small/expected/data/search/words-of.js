casebook.take("words-of",{"of":[0,10,16,19],"office":[21],"officer":[0,11],"officers":[13]})
