/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-test-run-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "seven-render.h"
#include "seven-send-words.h"
#include "seven-sender-advice.h"

#define CODE_LENGTH 6

static gboolean
get_flag (SevenDocument *document, const char *property)
{
  gboolean flag;

  g_object_get (document, property, &flag, NULL);

  return flag;
}

char *
seven_test_run_dup_api_key (SevenTestRun *self)
{
  return seven_test_run_is_live (self) ? seven_document_dup_usable_key (self->document)
                                       : g_strdup (SEVEN_GATEWAY_CHOICE_SANDBOX_KEY);
}

static gboolean
has_key (SevenTestRun *self)
{
  g_autofree char *key = seven_test_run_dup_api_key (self);

  return key != NULL;
}

static gboolean
is_empty (SevenTestRun *self)
{
  return g_list_model_get_n_items (seven_document_get_templates (self->document)) == 0;
}

static const char *
get_document_obstacle (SevenTestRun *self)
{
  if (get_flag (self->document, "checking"))
    return _ ("The text is being checked");
  if (!get_flag (self->document, "valid"))
    return _ ("Correct the JSON first");
  if (is_empty (self))
    return _ ("Add a template");

  return "";
}

static const char *
get_template_obstacle (SevenTestRun *self)
{
  if (self->template == NULL)
    return _ ("Choose a template");
  if (self->message == NULL || *seven_message_get_text (self->message) == '\0')
    return _ ("The template has no text");
  if (*self->code == '\0')
    return _ ("Enter a code");

  return "";
}

static const char *
get_recipient_obstacle (SevenTestRun *self)
{
  if (*self->recipient == '\0')
    return _ ("Enter a recipient");
  if (self->phone == NULL)
    return _ ("Correct the recipient");
  if (seven_test_run_is_live (self) && seven_phone_is_reserved (self->phone))
    return _ ("Nobody has this number: enter a real one for a live gateway");

  return "";
}

/* What stands in the way of a send, one thing at a time, in the order of the form; "" where nothing does. */
const char *
seven_test_run_get_obstacle (SevenTestRun *self)
{
  const char *obstacle;

  if (self->gateway == NULL)
    return _ ("Choose a gateway");
  obstacle = get_recipient_obstacle (self);
  if (*obstacle != '\0')
    return obstacle;
  obstacle = get_document_obstacle (self);
  if (*obstacle == '\0')
    obstacle = get_template_obstacle (self);
  if (*obstacle != '\0')
    return obstacle;
  if (!has_key (self))
    return _ ("A live gateway needs an API key");

  return "";
}

gboolean
seven_test_run_is_ready (SevenTestRun *self)
{
  return self->cancellable == NULL && self->pending == NULL && *seven_test_run_get_obstacle (self) == '\0';
}

/* Whether every template can be sent, as far as it is not for the template to say. */
gboolean
seven_test_run_is_series_ready (SevenTestRun *self)
{
  return self->cancellable == NULL && self->pending == NULL && self->gateway != NULL &&
      *get_recipient_obstacle (self) == '\0' && *get_document_obstacle (self) == '\0' && has_key (self);
}

const char *
seven_test_run_get_code_hint (SevenTestRun *self)
{
  if (g_str_equal (self->code, SEVEN_RENDER_LOGTO_TEST_CODE))
    return _ ("As Logto’s Test sends it");
  if (strlen (self->code) != CODE_LENGTH || strspn (self->code, "0123456789") != CODE_LENGTH)
    return _ ("Logto’s codes have six digits");

  return "";
}

static char *
dup_place (const SevenPhone *phone)
{
  g_autofree char *country = seven_send_words_country (phone);

  if (seven_phone_is_reserved (phone))
    /* Translators: a country, and that the phone number is one of those that nobody is given. */
    return g_strdup_printf (_ ("%s · reserved for tests"), country);

  return g_steal_pointer (&country);
}

/* In groups the number can be compared with the one that is meant; where it is typed so already, once is enough. */
char *
seven_test_run_dup_recipient_hint (SevenTestRun *self)
{
  g_autofree char *place = NULL;
  g_autofree char *number = NULL;

  if (self->phone == NULL)
    return g_strdup (self->recipient_fault);
  place = dup_place (self->phone);
  number = seven_phone_dup_display (self->phone);
  if (g_str_equal (number, self->recipient))
    return g_steal_pointer (&place);

  return g_strdup_printf ("%s · %s", number, place);
}

static const SevenDestination *
find_destination (SevenTestRun *self)
{
  return self->phone != NULL ? seven_destination_find (self->phone) : NULL;
}

char *
seven_test_run_dup_sender_advice (SevenTestRun *self)
{
  return seven_sender_advice_dup (find_destination (self), seven_document_get_config (self->document));
}

gboolean
seven_test_run_get_sender_warning (SevenTestRun *self)
{
  return seven_sender_advice_is_warning (find_destination (self), seven_document_get_config (self->document));
}

char *
seven_test_run_dup_elapsed (SevenTestRun *self)
{
  gint64 elapsed = (g_get_monotonic_time () - self->started) / 1000;

  if (self->cancellable == NULL)
    return g_strdup ("");

  /* Translators: seconds. */
  return g_strdup_printf (_ ("%.1f s"), (double) elapsed / 1000.0);
}
