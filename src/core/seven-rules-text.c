/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-rules-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "seven-autofill.h"
#include "seven-mend.h"
#include "seven-rule-run.h"
#include "seven-text-scan.h"

/* characters */
#define NORMALIZED_PIECE 128

/* A fix must not push a text over the limit. */
static gboolean
stays_sendable (const char *text, const char *mended)
{
  return seven_text_is_sendable (mended) || !seven_text_is_sendable (text);
}

/* A letter is shown; of a character that nobody would see, the number has to do. */
static char *
name_character (gunichar c)
{
  char utf8[7] = { 0 };

  if (!g_unichar_isgraph (c) || g_unichar_ismark (c))
    return g_strdup_printf ("U+%04X", c);
  g_unichar_to_utf8 (c, utf8);
  /* Translators: a character and its number. */
  return g_strdup_printf (_ ("“%s” (U+%04X)"), utf8, c);
}

static char *
describe_offenders (const SevenSmsText *sms)
{
  guint n_more = seven_sms_text_get_n_offenders (sms) - 1;
  g_autofree char *first = name_character (seven_sms_text_get_offender (sms, 0)->character);

  if (n_more == 0)
    /* Translators: %s is a character and its number: “’” (U+2019) */
    return g_strdup_printf (_ ("%s makes this message Unicode"), first);
  return g_strdup_printf (
      /* Translators: %s is a character and its number: “’” (U+2019) */
      ngettext ("%s and %u more character make this message Unicode",
          "%s and %u more characters make this message Unicode", n_more),
      first, n_more);
}

static char *
describe_parts (const SevenSmsText *sms, guint before, guint after)
{
  g_autofree char *head = describe_offenders (sms);

  if (before == after)
    /* Translators: %s is a sentence about the characters of an SMS. */
    return g_strdup_printf (ngettext ("%s: %u part", "%s: %u parts", before), head, before);
  return g_strdup_printf (
      /* Translators: %s is a sentence about the characters of an SMS; then parts before and after a fix. */
      ngettext ("%s: %u part instead of %u", "%s: %u parts instead of %u", before), head, before, after);
}

static SevenFixKind
weigh_replacement (const char *text, const char *replaced, guint n_left)
{
  if (g_str_equal (text, replaced) || !stays_sendable (text, replaced))
    return SEVEN_FIX_NONE;
  return n_left == 0 ? SEVEN_FIX_SAFE : SEVEN_FIX_OFFER;
}

void
seven_rule_text_unicode (SevenRuleRun *run)
{
  const SevenSmsSize *size = seven_template_text_get_rendered_size (run->text);
  const char *text = seven_template_text_get (run->text, NULL);
  g_autoptr (SevenSmsText) sms = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *message = NULL;
  SevenSmsSize after;
  SevenProblem *problem;

  if (size->n_offenders == 0 || !seven_template_text_is_faithful (run->text))
    return;
  sms = seven_sms_text_new (text);
  replaced = seven_sms_text_dup_replaced (sms);
  after = seven_template_text_measure (replaced);
  message = describe_parts (sms, size->n_parts, after.n_parts);
  problem = seven_rule_run_report_piece (run, seven_sms_text_get_offender (sms, 0)->range,
      after.n_offenders == 0 ? _ ("Replace what has an equal in the GSM alphabet.")
                             : _ ("Use characters of the GSM alphabet where your language allows."),
      "%s", message);
  problem->fix = weigh_replacement (text, replaced, after.n_offenders);
}

/* Whether nothing before a character can join with it, nor with what follows. */
static gboolean
begins_anew (gunichar c)
{
  return g_unichar_combining_class (c) == 0 && !g_unichar_ismark (c) && (c < 0x1100 || c > 0x11ff);
}

/* NFC, piece by piece: GLib moves all that follows for each accent, so the whole of a long text would take minutes. */
static char *
dup_normalized (const char *text)
{
  g_autoptr (GString) normalized = g_string_sized_new (strlen (text));

  for (const char *start = text, *end; *start != '\0'; start = end) {
    g_autofree char *piece = NULL;

    end = g_utf8_next_char (start);
    for (guint n = 1; *end != '\0' && (n < NORMALIZED_PIECE || !begins_anew (g_utf8_get_char (end))); n++)
      end = g_utf8_next_char (end);
    piece = g_utf8_normalize (start, end - start, G_NORMALIZE_NFC);
    if (piece == NULL)
      return NULL;
    g_string_append (normalized, piece);
  }
  return g_string_free (g_steal_pointer (&normalized), FALSE);
}

static SevenRange
find_difference (const char *text, const char *other)
{
  const char *p = text;
  SevenRange range;

  while (*p != '\0' && *p == *other) {
    p++;
    other++;
  }
  while (p > text && ((guchar) *p & 0xc0) == 0x80)
    p--;
  range.start = (gsize) (p - text);
  if (*p != '\0')
    p = g_utf8_next_char (p);
  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  range.end = (gsize) (p - text);
  return range;
}

void
seven_rule_text_not_normalized (SevenRuleRun *run)
{
  const char *text = seven_template_text_get (run->text, NULL);
  g_autofree char *normalized = NULL;
  SevenProblem *problem;

  if (g_str_is_ascii (text) || !seven_template_text_is_faithful (run->text))
    return;
  normalized = dup_normalized (text);
  if (normalized == NULL || g_str_equal (text, normalized))
    return;
  problem = seven_rule_run_report_piece (run, find_difference (text, normalized),
      _ ("Write letter and accent as one character."),
      _ ("A letter and its accent are two characters here, which costs room and may make the message "
         "Unicode"));
  if (!stays_sendable (text, normalized))
    problem->fix = SEVEN_FIX_NONE;
}

void
seven_rule_text_line_ending (SevenRuleRun *run)
{
  const char *text = seven_template_text_get (run->text, NULL);
  const char *cr = strchr (text, '\r');
  SevenRange range;

  if (cr == NULL || !seven_template_text_is_faithful (run->text))
    return;
  range.start = (gsize) (cr - text);
  range.end = range.start + (cr[1] == '\n' ? 2 : 1);
  seven_rule_run_report_piece (
      /* Translators: \n stays as it is. */
      run, range, _ ("Write line breaks as \\n."),
      /* Translators: \r stays as it is. */
      _ ("The text has a carriage return (\\r), which costs a character and shows on some phones"));
}

void
seven_rule_text_too_long (SevenRuleRun *run)
{
  guint units = seven_template_text_get_rendered_size (run->text)->utf16_units;

  if (units > SEVEN_TEXT_MAX_UNITS)
    seven_rule_run_report (run, _ ("Shorten the text."),
        _ ("The text has %u characters with its code, and seven refuses more than %u"), units,
        SEVEN_TEXT_MAX_UNITS);
}

void
seven_rule_text_several_parts (SevenRuleRun *run)
{
  guint n_parts = seven_template_text_get_rendered_size (run->text)->n_parts;

  if (n_parts > 1)
    seven_rule_run_report (run, _ ("Shorten the text."),
        ngettext ("The message needs %u part, and each SMS is billed as often",
            "The message needs %u parts, and each SMS is billed as often", n_parts),
        n_parts);
}

static void
report_link (SevenRuleRun *run, const char *text, SevenRange range, gboolean shortener)
{
  g_autofree char *shown = seven_rule_show_text (text + range.start, range.end - range.start);

  if (shortener)
    seven_rule_run_report_piece (run, range, _ ("Leave the link out."),
        /* Translators: %s is a link. */
        _ ("Carriers block messages with a shortened link such as “%s”"), shown);
  else
    seven_rule_run_report_piece (run, range, _ ("Leave the link out."),
        /* Translators: %s is a link. */
        _ ("Some carriers block messages with a link such as “%s”"), shown);
}

void
seven_rule_text_link (SevenRuleRun *run)
{
  gsize length, position = 0;
  const char *text = seven_template_text_get (run->text, &length);
  g_auto (SevenAutofill) autofill = { 0 };
  SevenRange range;
  gboolean shortener;

  seven_autofill_inspect (text, length, &autofill);
  if (autofill.kind == SEVEN_AUTOFILL_EXACT)
    length = autofill.line.start;
  for (guint i = 0; i < SEVEN_MAX_OCCURRENCES; i++) {
    if (!seven_text_scan_next_link (text, length, &position, &range, &shortener))
      return;
    report_link (run, text, range, shortener);
  }
}

void
seven_rule_text_minutes (SevenRuleRun *run)
{
  gsize length;
  const char *text = seven_template_text_get (run->text, &length);
  SevenRange range;

  if (seven_text_scan_time (text, length, &range))
    seven_rule_run_report_piece (run, range, _ ("Compare it with Logto’s setting, or leave it out."),
        _ ("The text states how long the code lives, but Logto’s setting decides"));
}

SevenSplice *
seven_mend_text_unicode (const SevenCheck *check, const SevenProblem *problem)
{
  g_autoptr (SevenSmsText) sms = seven_sms_text_new (seven_json_value_get_string (problem->value, NULL));
  g_autofree char *replaced = seven_sms_text_dup_replaced (sms);

  return seven_mend_string (check, problem, replaced);
}

SevenSplice *
seven_mend_text_not_normalized (const SevenCheck *check, const SevenProblem *problem)
{
  g_autofree char *normalized = dup_normalized (seven_json_value_get_string (problem->value, NULL));

  return seven_mend_string (check, problem, normalized);
}

SevenSplice *
seven_mend_text_line_ending (const SevenCheck *check, const SevenProblem *problem)
{
  const char *text = seven_json_value_get_string (problem->value, NULL);
  g_autoptr (GString) mended = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_c (mended, *p);
    else if (p[1] != '\n')
      g_string_append_c (mended, '\n');
  return seven_mend_string (check, problem, mended->str);
}
