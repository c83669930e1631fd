casebook.take("glance/organisations-0",{"ministry":["Ministry & Co <of Things>","Ministry, a party to the matter","",""],"office":["The Office","Organisation","",""]})
