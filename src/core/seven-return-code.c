/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-return-code.h"

#include <glib/gi18n-lib.h>

/* The source of codes, meanings and advice is seven's documentation of its HTTP interface; the client's names are
 * those of the client library inside the published connector, misnomers included. */
static const SevenReturnCode return_codes[] = {
  { 11, N_ ("Carrier not available"), N_ ("The carrier is temporarily not available. This is an old code."),
      N_ ("Try again later."), SEVEN_REMEDY_NONE, NULL },
  { 100, N_ ("Accepted"),
      N_ ("The gateway has accepted the SMS for sending. Accepted is not yet delivered: that is what the "
          "delivery "
          "report tells."),
      NULL, SEVEN_REMEDY_NONE, NULL },
  { 101, N_ ("Failed for at least one recipient"), N_ ("Sending failed for at least one recipient."),
      N_ ("Read the error of each message."), SEVEN_REMEDY_NONE, NULL },
  { 201, N_ ("Sender invalid"),
      N_ ("The sender is not valid. It may have at most 11 letters and digits, or at most 16 digits."),
      N_ ("Correct the sender, “from” in the config."), SEVEN_REMEDY_SENDER, "InvalidCountryCode" },
  { 202, N_ ("Recipient invalid"), N_ ("The recipient’s number is not valid."),
      N_ ("Correct the number: international form, with the calling code of the country."),
      SEVEN_REMEDY_RECIPIENT, "InvalidRecipientNumber" },
  { 300, N_ ("Credentials missing"), N_ ("The request came without credentials. This is an older wording."),
      N_ ("Set the API key."), SEVEN_REMEDY_API_KEY, "MissingAuthentication" },
  { 301, N_ ("Recipient missing"), N_ ("The parameter “to” is missing: the request names no recipient."),
      N_ ("Enter a recipient."), SEVEN_REMEDY_RECIPIENT, "MissingParameterTo" },
  { 304, N_ ("Type missing"),
      N_ ("The parameter “type” is missing. This is an old code of calls that the connector does not make."),
      NULL, SEVEN_REMEDY_NONE, "MissingParameterType" },
  { 305, N_ ("Text missing or invalid"), N_ ("The parameter “text” is missing or invalid."),
      N_ ("Give the template a text."), SEVEN_REMEDY_TEXT, "MissingParameterText" },
  { 306, N_ ("Sender number invalid"), N_ ("The sender’s number is not valid. This is an old code."),
      N_ ("Correct the sender, “from” in the config."), SEVEN_REMEDY_SENDER, "InvalidSender" },
  { 307, N_ ("URL missing"),
      N_ ("The parameter “url” is missing. This is an old code of calls that the connector does not make."),
      NULL, SEVEN_REMEDY_NONE, "MissingParameterUrl" },
  { 308, N_ ("Unknown parameter"), N_ ("The request carried a parameter that the gateway does not support."),
      N_ ("Report it: this is not a fault of the config."), SEVEN_REMEDY_NONE, NULL },
  { 400, N_ ("Message type invalid"),
      N_ ("The type of the message is not valid. This is an old code of calls that the connector does not "
          "make."),
      NULL, SEVEN_REMEDY_NONE, "InvalidType" },
  { 401, N_ ("Text too long"), N_ ("The text is longer than 1520 characters."), N_ ("Shorten the template."),
      SEVEN_REMEDY_TEXT, "ParameterLongExceedsCharLimit" },
  { 402, N_ ("Same text sent too soon"),
      N_ ("Reload lock: the same text went to the same number within the last 180 seconds. Logto’s own test "
          "always "
          "sends the code 000000, so pressing it twice leads here."),
      N_ ("Wait three minutes, or change the code."), SEVEN_REMEDY_WAIT, "PreventedByReloadLock" },
  { 403, N_ ("Daily limit reached"), N_ ("The daily limit for this recipient’s number is reached."),
      N_ ("Use another number, or wait until tomorrow."), SEVEN_REMEDY_RECIPIENT, NULL },
  { 500, N_ ("Too little credit"), N_ ("The account has too little credit for this SMS."),
      N_ ("Top up the account at seven."), SEVEN_REMEDY_ACCOUNT, "InsufficientCredits" },
  { 600, N_ ("Carrier failed"), N_ ("Sending failed at the carrier, or a lookup had no result."),
      N_ ("Try again later."), SEVEN_REMEDY_NONE, "CarrierFailed" },
  { 603, N_ ("Own domain needed"), N_ ("Performance tracking needs a domain of your own."),
      N_ ("Set the domain in the account at seven."), SEVEN_REMEDY_ACCOUNT, NULL },
  { 700, N_ ("Unknown error at seven"), N_ ("The gateway reports an error that it does not know itself."),
      N_ ("Try again later; if it stays, contact seven."), SEVEN_REMEDY_NONE, "UnknownError" },
  { 801, N_ ("Foreign ID invalid"),
      N_ ("The foreign ID is not valid. The connector sends none. In older wording: the logo file is "
          "missing."),
      NULL, SEVEN_REMEDY_NONE, "MissingLogoFile" },
  { 802, N_ ("Label invalid"),
      N_ ("The label is not valid. The connector sends none. In older wording: the logo file does not "
          "exist."),
      NULL, SEVEN_REMEDY_NONE, "NonExistingLogoFile" },
  { 803, N_ ("Ring tone missing"),
      N_ ("The ring tone is missing. This is an old code of calls that the connector does not make."), NULL,
      SEVEN_REMEDY_NONE, "MissingRingTone" },
  { 900, N_ ("API key refused"), N_ ("Authentication failed: the gateway does not know this API key."),
      N_ ("Check the API key: is it whole, and does it still exist in the account at seven?"),
      SEVEN_REMEDY_API_KEY, "InvalidApiKey" },
  { 901, N_ ("Signature check failed"),
      N_ ("This account or key demands signed requests, which the connector cannot make. As the answer of "
          "the old "
          "status call: the message ID is not valid."),
      N_ ("Turn the demand off in the account at seven, or use another key."), SEVEN_REMEDY_ACCOUNT,
      "InvalidMessageId" },
  { 902, N_ ("No right to this call"),
      N_ ("The key has no right to the very call that was made. Where an SMS was to be sent, its scope “SMS” "
          "is "
          "missing; where another call was made, only the scope of that call is, and sending may work."),
      N_ ("Give the key the scope of the call in the account at seven."), SEVEN_REMEDY_ACCOUNT,
      "DeactivatedApi" },
  { 903, N_ ("Address not allowed"),
      N_ ("The IP address that the request came from is not on the key’s list. This computer has another "
          "address "
          "than the Logto server: what one of them is told proves nothing about the other."),
      N_ ("Add the address of the Logto server to the key’s list in the account at seven, and that of this "
          "computer "
          "for tests."),
      SEVEN_REMEDY_ACCOUNT, "DisallowedIp" },
};

/* What a code says to one kind of call alone. */
static const struct
{
  int code;
  SevenCall call;
  const char *meaning;
  const char *advice;
} call_texts[] = {
  { 900, SEVEN_CALL_OTHER, N_ ("Authentication failed: the gateway does not know this API key."),
      N_ ("Check the API key: is it whole, and does it still exist in the account at seven? Once it passes "
          "here, the Logto server may still be refused, for it calls from another address.") },
  { 901, SEVEN_CALL_SEND,
      N_ ("This account or key demands signed requests, which the connector cannot make."), NULL },
  { 901, SEVEN_CALL_OTHER,
      N_ ("This account or key demands signed requests, which neither this program nor the connector can "
          "make."),
      NULL },
  { 902, SEVEN_CALL_SEND, N_ ("The key has no right to send: its scope “SMS” is missing."),
      N_ ("Give the key the scope “SMS” in the account at seven.") },
  { 902, SEVEN_CALL_OTHER,
      N_ ("The key has no right to this very call: only the scope of this call is missing, sending may "
          "work."),
      NULL },
  { 903, SEVEN_CALL_SEND,
      N_ ("The IP address of this computer is not on the key’s list. The Logto server has another address: "
          "this "
          "refusal does not say whether Logto could send, and a pass here would not prove it either."),
      NULL },
  { 903, SEVEN_CALL_OTHER,
      N_ ("The IP address of this computer is not on the key’s list. The Logto server calls from another "
          "address: this refusal does not say how it fares, and a pass here would not prove it either."),
      NULL },
};

/**
 * seven_return_code_find:
 * @code: a number that the gateway gave
 *
 * Looks a return code up.
 *
 * Returns: (transfer none) (nullable): the code, or %NULL for one that nobody knows
 */
const SevenReturnCode *
seven_return_code_find (int code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (return_codes); i++) {
    if (return_codes[i].code == code)
      return &return_codes[i];
  }
  return NULL;
}

/**
 * seven_return_code_get_all:
 * @n_codes: (out): how many there are
 *
 * Gives every known code, in ascending order.
 *
 * Returns: (transfer none) (array length=n_codes): the codes
 */
const SevenReturnCode *
seven_return_code_get_all (guint *n_codes)
{
  g_return_val_if_fail (n_codes != NULL, NULL);

  *n_codes = G_N_ELEMENTS (return_codes);
  return return_codes;
}

/**
 * seven_return_code_get_title:
 * @self: a return code
 *
 * Returns: the code in a few translated words
 */
const char *
seven_return_code_get_title (const SevenReturnCode *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _ (self->title);
}

/**
 * seven_return_code_get_meaning:
 * @self: a return code
 * @call: the call that was answered
 *
 * Returns: what the code means to this call, translated
 */
const char *
seven_return_code_get_meaning (const SevenReturnCode *self, SevenCall call)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (call_texts); i++) {
    if (call_texts[i].code == self->code && call_texts[i].call == call)
      return _ (call_texts[i].meaning);
  }
  return _ (self->meaning);
}

/**
 * seven_return_code_get_advice:
 * @self: a return code
 * @call: the call that was answered
 *
 * Returns: (nullable): what to do next after this call, translated
 */
const char *
seven_return_code_get_advice (const SevenReturnCode *self, SevenCall call)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (call_texts); i++) {
    if (call_texts[i].code == self->code && call_texts[i].call == call && call_texts[i].advice != NULL)
      return _ (call_texts[i].advice);
  }
  return self->advice != NULL ? _ (self->advice) : NULL;
}
