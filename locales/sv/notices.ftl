### One-time messages at the top of the next page.

notice-registered-confirm = Nästan klart! Vi har skickat ett mejl med en länk. Öppna den för att bekräfta din adress.
notice-registered = Ditt konto är klart. Nu kan du logga in.
notice-email-confirmed = Din e-postadress är bekräftad.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Om adressen ännu inte är bekräftad är ett mejl med en ny länk på väg. Titta även i skräpposten.
notice-signed-in = Du är inloggad.
notice-signed-out = Du är utloggad.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Om det finns ett konto med den här adressen är ett mejl med en länk på väg. Titta även i skräpposten.
notice-password-reset = Ditt nya lösenord är sparat.
notice-password-changed = Lösenordet är bytt. Alla andra enheter är utloggade.
notice-totp-added = Din autentiseringsapp är tillagd. Från och med nu frågar vi efter dess kod när du loggar in.
notice-totp-renamed = Namnet är sparat.
notice-totp-removed = Appen är borttagen. Dess koder fungerar inte längre.
notice-device-forgotten = Enheten är inte längre betrodd. Där frågas det efter en kod igen.
notice-second-factor-required = Den här webbplatsen kräver ett andra steg när du loggar in. Lägg till en autentiseringsapp.
notice-second-step-gone = Logga in igen: det tog för lång tid att ange koden, eller så var för många koder fel.
notice-recovery-code-used = { $left ->
    [0] Det var din sista återställningskod. Skapa nya.
    [one] Den koden kan inte användas igen. Du har en kvar.
   *[other] Den koden kan inte användas igen. Du har { $left } kvar.
}
notice-export-asked = Vi förbereder dina data. Du får ett e-postmeddelande när de är klara.
notice-deletion-scheduled = Du är utloggad. Ditt konto kommer att tas bort: { $due }. Fram till dess kan du logga in och behålla det.
notice-account-deleted = Ditt konto är borttaget.
notice-account-kept = Ditt konto finns kvar.
notice-username-changed = Ditt användarnamn är nu { $username }.
notice-email-added = Vi har skickat ett mejl med en länk till { $address }. Öppna den för att bekräfta adressen.
notice-email-removed = Adressen { $address } är borttagen från ditt konto.
notice-primary-email-changed = Mejl om ditt konto går nu till { $address }.
notice-email-change-undone = Kontot är ditt igen och alla enheter är utloggade. Välj ett nytt lösenord nu.
notice-addresses-doubtful = Bekräfta en gång till de adresser som lagts till de senaste dagarna och ta bort dem som inte är dina.
notice-sign-in-required = Logga in för att se den sidan.
notice-sign-in-again = Ange ditt lösenord en gång till för att fortsätta.
notice-not-allowed = Ditt konto får inte se den sidan.
notice-email-not-confirmed = Bekräfta din e-postadress först.
notice-session-revoked = Webbläsaren är utloggad.
notice-sessions-revoked = Alla andra webbläsare är utloggade.
notice-link-invalid = Länken fungerar inte. Den kan vara ofullständig eller ersatt av en nyare.
notice-link-expired = Länken är för gammal. Be om en ny.
notice-link-used = Länken har redan använts.
notice-link-not-here = Webbläsaren har inte längre länken till den sidan. Öppna länken i mejlet igen.
notice-profile-saved = Din profil är sparad.
notice-invitation-sent = Inbjudan till { $address } är på väg.
notice-invitation-revoked = Inbjudan till { $address } gäller inte längre.
notice-invitation-accepted = Du har accepterat inbjudan.
notice-invitation-required = Du behöver en inbjudan för att skapa ett konto här.
notice-invitation-invalid = Inbjudan fungerar inte. Den kan vara ofullständig, återkallad eller ersatt av en nyare.
notice-invitation-expired = Inbjudan är för gammal. Be om en ny.
notice-invitation-used = Inbjudan har redan använts.
notice-picture-saved = Din bild är sparad.
notice-picture-removed = Din bild är borttagen.
