"""The addresses of people: only what stands here can be reached of the library for sign-in."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from answerable.web.accounts import invitations, mine, people, single_sign_on, teams
from answerable.web.staff import for_staff

_PROVIDER = {"provider_id": "office"}
"""The one provider there is: the library asks for its addresses with it."""

_ENTRANCE = [
    path("account/sign-in", account.login, name="account_login"),
    path("account/code", mfa.authenticate, name="mfa_authenticate"),
    path("account/passkeys/sign-in", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("account/ended", account.account_inactive, name="account_inactive"),
    path("account/password-reset", mine.forgotten_password, name="account_reset_password"),
    path(
        "account/password-reset/sent",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    path(
        "account/password-reset/done",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^account/password-reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[-0-9A-Za-z]+)$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "account/single-sign-on",
        single_sign_on.to_provider,
        _PROVIDER,
        name="openid_connect_login",
    ),
    path(
        "account/single-sign-on/callback",
        single_sign_on.back_from_provider,
        _PROVIDER,
        name="openid_connect_callback",
    ),
    path(
        "account/single-sign-on/stopped",
        social.login_cancelled,
        name="socialaccount_login_cancelled",
    ),
    path("invitations/<str:token>", invitations.invitation, name="invitation"),
]
_OWN = [
    path("account", mine.account, name="account"),
    path("account/sessions", mine.other_sessions, name="account-sessions"),
    path("account/sign-out", account.logout, name="account_logout"),
    path("account/password", account.password_change, name="account_change_password"),
    path("account/confirmation", account.reauthenticate, name="account_reauthenticate"),
    path("account/confirmation/code", mfa.reauthenticate, name="mfa_reauthenticate"),
    path(
        "account/confirmation/passkey",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/second-factor", mfa.index, name="mfa_index"),
    path("account/second-factor/app", app.activate_totp, name="mfa_activate_totp"),
    path("account/second-factor/app/removal", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("account/recovery-codes", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "account/recovery-codes/new",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "account/recovery-codes.txt",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("account/passkeys", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("account/passkeys/new", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/removal", passkeys.remove_webauthn, name="mfa_remove_webauthn"),
    path("account/passkeys/<int:pk>/name", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
]
_OFFICE = [
    path("people", people.everybody, name="people"),
    path("people/new", people.new_person, name="people-new"),
    path("people/<str:email>", people.person, name="person"),
    path("people/<str:email>/access", people.access, name="person-access"),
    path("people/<str:email>/password", people.new_password, name="person-password"),
    path("people/<str:email>/second-factors", people.second_factors, name="person-second-factors"),
    path("teams", teams.all_teams, name="teams"),
    path("teams/new", teams.new_team, name="teams-new"),
    path("teams/<slug:code>", teams.team, name="team"),
]

for _one in _ENTRANCE:
    login_not_required(_one.callback)

addresses = for_staff([*_ENTRANCE, *_OWN, *_OFFICE])
