casebook.take("index",{"each":500,"pages":0,"parts":[]})
