### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Please fill this in.
username-too-short = Please use at least { $min ->
    [one] one character.
   *[other] { $min } characters.
}
username-too-long = Please use at most { $max ->
    [one] one character.
   *[other] { $max } characters.
}
username-bad-characters = Please use only letters, digits, dots, hyphens and underscores.
username-malformed = Please begin and end with a letter or a digit.
username-reserved = This name is kept for the site itself. Please choose another.
username-taken = Somebody already has this name. Please choose another.
# Must not tell which of the two is wrong.
username-bad-credentials = That username or email and password don’t match. Check both and try again.
username-bad-credentials-or-unconfirmed = That username or email and password don’t match, or the address is not confirmed yet. Check both, or have the link sent again.

email-required = Please fill this in.
email-too-long = An email address has at most { $max ->
    [one] one character.
   *[other] { $max } characters.
}
email-malformed = Please enter a complete email address, such as name@example.com.
email-not-ascii = We cannot send mail to addresses with accents or other scripts before the @. Please use another address.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = That email and password don’t match. Check both and try again.
email-bad-credentials-or-unconfirmed = That email and password don’t match, or the address is not confirmed yet. Check both, or have the link sent again.
email-taken = This address is already on your list.
email-too-many = You have as many addresses as an account may have. Please remove one first.
email-same = This is already the address of your account.

password-required = Please fill this in.
password-too-short = Please use at least { $min ->
    [one] one character.
   *[other] { $min } characters.
}
password-too-long = This is too long. Please use at most { $max ->
    [one] one character.
   *[other] { $max } characters.
}
password-too-common = This is one of the first passwords anybody would try. Please choose another.
password-made-of-identity = This is too close to your name, your address or the name of this site. Please choose another.
password-too-simple = Please use at least one capital letter, one small letter and one digit.
password-wrong = This is not the password of this account.

retype-password-required = Please fill this in.
retype-password-mismatch = This is not the same as the password above.

old-password-required = Please fill this in.
old-password-too-long = This is longer than any password here. Please use at most { $max ->
    [one] one character.
   *[other] { $max } characters.
}
old-password-wrong = This is not your current password.

recovery-code-required = Please fill this in.
recovery-code-malformed = A recovery code has fifteen letters and digits. Please check what you entered.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = This code and the account do not belong together, or the code has been used. Please check both.
recovery-code-wrong = This is not one of your unused codes.

totp-code-required = Please fill this in.
totp-code-malformed = A code has six digits. Please check what you entered.
totp-code-wrong = This is not the code that your app shows now. Please enter the current one.
totp-code-used = This code has been used. Please wait for the next one.
totp-code-too-many = You have as many apps as an account may have. Please remove one first.

label-too-long = This name is too long. Please choose a shorter one.

account-name-required = Please enter the name of your account.
account-name-wrong = This is not the name of your account.

roles-bad-characters = Please use only lower-case letters, digits, hyphens and underscores.
roles-not-yours-to-give = You may not give this role to others.

# Fields that a site declares for itself.
profile-required = Please fill this in.
profile-too-long = Please use at most { $max ->
    [one] one character.
   *[other] { $max } characters.
}
profile-too-short = Please use at least { $min ->
    [one] one character.
   *[other] { $min } characters.
}
profile-too-small = Please enter { $min } or more.
profile-too-large = Please enter { $max } or less.
profile-malformed-number = Please enter a number.
profile-malformed-whole-number = Please enter a whole number.
profile-malformed-date = Please enter a date, such as 2001-12-31.
profile-too-early = Please enter { $min } or a later date.
profile-too-late = Please enter { $max } or an earlier date.
profile-not-a-choice = Please choose one of the options.
profile-changed-meanwhile = This was changed in another window meanwhile. Send the form again to keep what stands here.
profile-bad-characters = Please leave out characters that cannot be shown.
picture-required = Please choose a picture first.
picture-too-large = This file is too large. Please choose one of at most { $max ->
    [one] one megabyte.
   *[other] { $max } megabytes.
}
picture-too-many-pixels = This picture is too large. Please choose one of at most { $max } by { $max } pixels.
picture-malformed = We cannot read this file as a picture. Please choose a PNG, JPEG, WebP or GIF file.

# Refusals of a form as a whole.
form-expired = This form is no longer valid. Please check it and send it again.
form-no-cookies = This site needs cookies, and your browser has sent none. Please allow cookies for this site, then send the form again.
form-other-account = This form was filled in by another user than { $name }, who is signed in now. Nothing of it was kept: please fill it in again.
form-unconfirmed = Please confirm your email address first: open the link in the mail we have sent you.
form-disabled = This account is switched off. Please ask the people who run this site.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = This was not accepted ({ $id }).
