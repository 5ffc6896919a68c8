### The words of the house. A message of an id that is built in takes its place; the others are our own.

## In place of built-in messages

sign-in-title = Come in
sign-in-submit = Open the door
mail-registered-subject = { $app_name }: the kettle is on

## For the codes of our rules: the subject of the field, then the code

username-looks-like-staff = This sounds like one of us. Please choose a name of your own.
email-throwaway = This address is made to be thrown away. Please use one at which you read your mail.
email-not-a-colleague = Only colleagues register by themselves. Please ask a colleague for an invitation.
password-house-word = This has a word in it that hangs on every wall here. Please choose something nobody would expect.
profile-not-a-phone-number = Please enter a telephone number: digits and spaces, with a plus sign before them if you like.
profile-for-delivery = Please leave a telephone number, so that whoever brings your tea can ring.

## For the fields that we declare

field-delivery = Bring my tea to the door
field-phone = Telephone

## For our templates

house-footer = House of Tea. Since 1823.
house-today = Tea of the day: { $tea }, { $minutes ->
    [one] one minute.
   *[other] { $minutes } minutes.
}
house-home-title = A house for those who like it quiet
house-home-hello = Welcome back, { $name }
house-home-lead = Sit down. Nobody here asks for anything but your name and an address.
house-office-title = The office
house-office-lead = The kettle is on, { $name }.
house-sign-in-lead = It is good to see you again.
house-mail-first-pot = Your first pot is on the house, as soon as we know that this address is yours.
