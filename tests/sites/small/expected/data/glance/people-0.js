casebook.take("glance/people-0",{"anna-los":["Änne Łoś","Spokeswoman, Ministry & Co <of Things>","Spokeswoman of the ministry.",""]})
