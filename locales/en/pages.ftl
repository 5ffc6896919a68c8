### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Error: { $title } – { $app_name }
skip-to-content = Skip to content
nav-account = Your account
nav-sign-in = Sign in
nav-register = Register
development = Development
development-mailbox = No mail leaves this machine.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Language
languages-submit = Change

link-home = Go to the home page
link-sign-in = Sign in
link-register = Create an account
link-forgot-password = Forgot your password?
link-resend-confirm-email = Did not get the confirmation mail?
link-use-recovery-code = Use a recovery code
link-profile = Go to your profile
link-mailbox = Open the mailbox
link-back = Go back
link-back-to-sign-in = Back to signing in
link-back-to-profile = Back to your profile
link-back-to-mailbox = All mails

## Fields

form-problems = There is a problem

field-username = Username
field-username-or-email = Username or email address
field-email = Email address
field-new-email = New email address
field-password = Password
field-retype-password = Password again
field-old-password = Current password
field-new-password = New password
field-new-username = New username
field-recovery-code = Recovery code
field-totp-code = Code from your app
field-label = Name of the app or device
field-trust-device = Do not ask for a code on this device again
field-account-name = Name of your account
field-remember-me = Keep me signed in on this device
field-language = Language
# The first option: the language that the browser asks for.
field-language-automatic = The language of your browser
field-time-zone = Time zone
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Picture
# The empty first option of a list.
field-choose = Please choose
# Stands after the label of a field that may stay empty.
field-optional = (optional)
hint-picture = PNG, JPEG, WebP or GIF, at most { $megabytes ->
    [one] one megabyte
   *[other] { $megabytes } megabytes
} and { $pixels } by { $pixels } pixels.
field-roles = Roles
field-role = Role: { $role }

hint-username = { $min } to { $max } letters, digits, dots, hyphens or underscores.
hint-password = At least { $min ->
    [one] one character.
   *[other] { $min } characters.
} A few unrelated words are strong and easy to remember.
hint-recovery-code = Fifteen letters and digits. Spaces and hyphens do not matter.
hint-totp-code = Six digits, shown by your authenticator app.
hint-label = So that you can tell your devices apart, for example “My phone”.
hint-trust-device = Days: { $days }. Choose this only on a device that nobody else uses.
hint-account-name = Type { $name } to confirm.

strength-very-weak = Strength: very weak
strength-weak = Strength: weak
strength-fair = Strength: fair
strength-good = Strength: good
strength-strong = Strength: strong

## Forms

register-title = Create your account
register-lead = Welcome to { $app_name }.
register-submit = Create account
register-elsewhere = Already have an account?

sign-in-or-register-title = Sign in or create an account

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Continue
continue-lead = Your password is confirmed, and what you sent before is still here. One press on the button sends it.
continue-submit = Continue

sign-in-title = Sign in
sign-in-submit = Sign in
sign-in-elsewhere = New here?

sign-out-title = Sign out
sign-out-lead = Do you want to sign out of { $app_name } on this device?
sign-out-submit = Sign out

confirm-email-title = Confirm your email address
confirm-email-lead = One press on the button, and your address is confirmed.
confirm-email-lead-password = This address will belong to the account below. Please enter its password, so that nobody else can add your address to theirs.
confirm-email-lead-new-password = This account was registered with your address, perhaps by you in another browser. Enter the password chosen then. If you do not know it, set a new one: it replaces the other and signs everybody else out.
confirm-email-registered = Registered
confirm-email-browser = Browser
confirm-email-submit = Confirm email address

resend-confirm-email-title = Get a new confirmation mail
resend-confirm-email-lead = Enter the address you registered with. If it still has to be confirmed, we will mail you a new link.
resend-confirm-email-submit = Send the mail

forgot-password-title = Forgot your password?
forgot-password-lead = Enter your email address. If there is an account with it, we will mail you a link to choose a new password.
forgot-password-submit = Send the link

reset-password-title = Choose a new password
reset-password-lead = You will be signed out everywhere, and can sign in with the new password.
reset-password-submit = Save new password

change-password-title = Change your password
change-password-lead = You stay signed in here. All other devices will be signed out.
change-password-submit = Change password

recovery-codes-title = Recovery codes
recovery-codes-lead = A recovery code gets you into your account when you have neither your password nor your email. Each code works once.
recovery-codes-left = { $left ->
    [0] You have no recovery codes.
    [one] You have one unused code.
   *[other] You have { $left } unused codes.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = New codes replace the ones you have. For a while, the old ones can still get you back in.
recovery-codes-earlier = Your earlier codes can still get you back in until { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Codes you created earlier no longer work, because this site has changed its key. Please create new ones.
recovery-codes-submit = Create new codes
recovery-codes-new-title = Save your recovery codes
recovery-codes-new-lead = Print them or write them down, and keep them where only you can find them. This page shows them only once.
recovery-codes-saved = I have saved my codes

use-recovery-code-title = Use a recovery code
use-recovery-code-lead = Enter one of your recovery codes and choose a new password. You will be signed out everywhere else.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Enter one of your recovery codes in place of your password. It cannot be used again.
use-recovery-code-submit = Save new password
use-recovery-code-submit-proof = Continue

second-step-title = Enter your code
second-step-lead = Open your authenticator app and enter the code that it shows.
second-step-lead-recovery = Enter one of your recovery codes. It cannot be used again.
second-step-submit = Sign in
second-step-other-recovery = Use a recovery code instead
second-step-other-app = Use your authenticator app instead

authenticator-apps-title = Authenticator apps
authenticator-apps-lead = An authenticator app shows a new code every 30 seconds. You enter it when you sign in, so that your password alone opens nothing.
authenticator-apps-none = You have not set up an app yet.
authenticator-apps-unnamed = Authenticator app
authenticator-apps-created = Set up
authenticator-apps-last-used = Last used
authenticator-apps-rename = Save name
authenticator-apps-remove = Remove
authenticator-apps-submit = Set up an app
trusted-devices-title = Trusted devices
trusted-devices-lead = On these devices, your password is enough to sign in.
trusted-devices-until = Until
trusted-devices-forget = Ask for a code again
set-up-totp-title = Set up your app
set-up-totp-lead = Scan this picture with your authenticator app. Then enter the code that it shows.
set-up-totp-qr = QR code for your authenticator app
set-up-totp-open = Open an app on this device
set-up-totp-key = You cannot scan it? Type this key into your app:
set-up-totp-submit = Finish setting up

export-data-title = Your data
export-data-lead = Get a copy of what this site keeps about you: your account, your profile, your devices and what happened lately. Passwords and other secrets are not in it.
export-data-submit = Prepare my data
export-data-underway = We are preparing your data. You will get an email when it is ready.
# On the page and in the mail.
export-data-ready = You can fetch it until this time: { $until }.
export-data-zip = Everything, with your picture (ZIP)
export-data-json = The data alone (JSON)

delete-account-title = Delete your account
delete-account-lead = This deletes your account with everything that belongs to it: profile, email addresses, picture and sign-ins. It cannot be brought back.
delete-account-due = You will be signed out everywhere. The account goes at this time: { $due }. Until then you can sign in and keep it.
delete-account-at-once = The account goes at once.
delete-account-submit = Delete account

keep-account-title = Keep your account?
keep-account-lead = Your account is going to be deleted, with everything that belongs to it: { $due }.
keep-account-submit = Keep account
# Goes on without deciding.
keep-account-elsewhere = Not now

change-username-title = Change your username
change-username-lead = Please confirm the change with your password.
change-username-submit = Change username
edit-profile-title = Edit your profile
edit-profile-submit = Save
picture-title = Your picture
picture-lead = It is shown beside your name. We cut it to a square and remove everything else that the file tells, such as the place it was taken.
picture-submit = Save picture
picture-remove = Remove picture
# Read aloud in place of somebody's picture.
picture-of = Picture of { $name }

change-email-title = Change your email address
change-email-lead = We will mail a link to the new address. Your account keeps its present address, { $address }, until you open that link.
change-email-submit = Send the link

undo-email-change-title = Take your account back
undo-email-change-lead = One press on the button, and your account goes by { $address } again. Its password stops working, every device is signed out, and addresses that were added lately are removed. Then you choose a new password.
undo-email-change-submit = This was not me

## Email addresses

manage-emails-title = Your email addresses
manage-emails-lead = Mails about your account go to the primary address. You can sign in with every confirmed one.
email-make-primary = Make primary
email-delete = Remove
email-send-confirmation = Send confirmation mail
add-email-title = Add an address
add-email-lead = We will mail it a link to confirm that it is yours.
add-email-submit = Add address

## Invitations

invite-title = Invite somebody
invite-lead = We will mail an invitation to join { $app_name }.
invite-submit = Send invitation
invitations-title = Your invitations
invitations-empty = You have not invited anybody yet.
invitation-sent = Sent
invitation-open = Open until { $date }
invitation-accepted = Accepted
invitation-expired = Expired
invitation-revoked = Withdrawn
invitation-resend = Send again
invitation-revoke = Withdraw
accept-invitation-title = You are invited
accept-invitation-lead = You have been invited to { $app_name } as { $address }.
accept-invitation-lead-by = { $inviter } has invited you to { $app_name } as { $address }.
accept-invitation-signed-in = You are signed in as { $name }.
accept-invitation-has-account = You already have an account with this address. Sign in to accept the invitation.
accept-invitation-other-account = The invitation is for somebody else than { $name }. Sign out first if it is yours.
accept-invitation-submit = Accept the invitation
register-invited-lead = You are invited to join { $app_name }.

## The profile

profile-title = Your profile
profile-account = Account
profile-emails = Email
profile-roles = Roles
profile-member-since = Member since
profile-manage-emails = Add, remove or confirm addresses, and choose where mails go.
profile-change-email = Use another address for your account.
profile-about = About you
profile-no-value = Not given
profile-yes = Yes
profile-no = No
profile-edit = Change what is shown here.
profile-picture = Show a picture beside your name.
profile-change-username = Choose the name you are known by.
profile-change-password = Choose another one, and sign out all other devices.
profile-recovery-codes = Get back in if you lose your password and your email.
profile-authenticator-apps = Ask for a code from your phone when you sign in.
profile-sessions = See your devices, and sign out those you do not know.
profile-invite = Send an invitation by mail.
profile-export-data = Get a copy of what this site keeps about you.
profile-delete-account = Delete your account with everything in it.
email-primary = Primary
email-confirmed = Confirmed
email-unconfirmed = Not confirmed

## Where you are signed in

sessions-title = Where you are signed in
sessions-lead = These browsers are signed in to your account. If you do not know one of them, sign it out and change your password.
session-current = This browser
# Such as "Firefox on Linux".
browser-on = { $browser } on { $system }
session-unknown-browser = Unknown browser
session-created = Signed in
session-last-seen = Last active
session-revoke = Sign out
sessions-revoke-others = Sign out all others

## The development mailbox

mailbox-title = Mailbox
mailbox-lead = Every mail of this development site ends up here.
mailbox-empty = No mail yet.
mailbox-from = From
mailbox-to = To
mailbox-date = Date
mailbox-faces = Views of this mail
mailbox-face-text = Text
mailbox-face-html = HTML
mailbox-face-source = Source
mailbox-links = Links in this mail

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = We did not understand that
problem-bad-request-advice = Something about the request was not right. Please go back and try again.
problem-unauthenticated-title = Please sign in
problem-unauthenticated-advice = This page is for people who are signed in.
problem-sign-in-again-title = Please enter your password again
problem-sign-in-again-advice = This needs a password that was entered a short while ago. Sign in once more, then try again.
problem-forbidden-title = This page is not for you
problem-forbidden-advice = Your account may not see this page. If you think that is wrong, ask the people who run this site.
problem-csrf-title = This form is no longer valid
problem-csrf-advice = For your safety, a form works for a limited time and only in the browser it was opened in. Please go back, reload the page and send it again.
problem-cookies-title = This site needs cookies
problem-cookies-advice = Your browser has sent none, so we cannot tell that the form came from you. Please allow cookies for this site in your browser’s settings, reload the page and send the form again.
problem-link-cookies-title = This site needs cookies
problem-link-cookies-advice = Your browser has sent none, so this page does not know which link it is for. Please allow cookies for this site in your browser’s settings, then open the link in the mail again.
problem-not-found-title = There is nothing here
problem-not-found-advice = The address may be mistyped, or the page has moved.
problem-method-not-allowed-title = That is not possible here
problem-method-not-allowed-advice = This page cannot be used in that way. Please go back and try again.
problem-too-large-title = That was too much
problem-too-large-advice = What was sent is larger than we accept. Please make it shorter and try again.
problem-unsupported-media-type-title = We cannot read that format
problem-unsupported-media-type-advice = What was sent has a format we do not accept here.
problem-invalid-title = Some of that was not right
problem-invalid-advice = Please go back and check what you entered.
problem-too-many-requests-title = Too many attempts
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Please wait a while and try again.
        [one] Please wait a second and try again.
       *[other] Please wait { $seconds } seconds and try again.
    }
    [one] Please wait a minute and try again.
   *[other] Please wait { $minutes } minutes and try again.
}
problem-internal-title = Something went wrong
problem-internal-advice = It is our fault, not yours, and it has been noted. Please try again later.
problem-unavailable-title = We are very busy
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Please try again in a moment.
        [one] Please try again in a second.
       *[other] Please try again in { $seconds } seconds.
    }
    [one] Please try again in a minute.
   *[other] Please try again in { $minutes } minutes.
}

## The menu of the account pages

menu-you = You
menu-security = Security
menu-settings = Account settings
menu-where = All settings. You are here:
menu-profile = Profile
menu-edit-profile = Personal details
menu-picture = Picture
menu-manage-emails = Email addresses
menu-change-email = Email address
menu-change-username = Username
menu-change-password = Password
menu-recovery-codes = Recovery codes
menu-authenticator-apps = Authenticator apps
menu-sessions = Your devices
menu-invite = Invitations
menu-export-data = Your data
menu-delete-account = Delete account
profile-change = Change
profile-change-picture = Change picture

## Coming in

sign-in-to = Sign in to { $app_name }
password-show = Show password
check-email-title = Check your email
check-email-lead = We sent an email to { $address }. Open the link in it to go on.
check-email-lead-resend = If { $address } still has to be confirmed, an email with a new link is on its way.
check-email-lead-reset = If { $address } has an account, an email with a link is on its way.
check-email-hint = Nothing there? Look in your spam folder, or send it again.
check-email-submit = Send again
check-email-other = Use a different address
confirm-identity-title = Confirm it’s you
confirm-identity-lead = You’re about to change something that protects your account. Enter your password to go on.
confirm-identity-submit = Confirm
confirm-identity-cancel = Cancel and go back

## The foot of the page

footer-help = Help
footer-privacy = Privacy
footer-terms = Terms
footer-support = Contact support
problem-reference = Reference: { $reference }
