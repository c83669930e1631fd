casebook.take("glance/dates-0",{"call":["The call","19 February 2024, Łódź","",""],"inquiry":["The inquiry begins","Between 1 and 11 March 2024","",""]})
