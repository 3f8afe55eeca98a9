/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "seven-closures.h"

#include "seven-problem.h"

#include <glib/gi18n-lib.h>

gboolean
seven_closure_not (GObject *self, gboolean value)
{
  return !value;
}

gboolean
seven_closure_and (GObject *self, gboolean one, gboolean other)
{
  return one && other;
}

gboolean
seven_closure_is_set (GObject *self, const char *text)
{
  return text != NULL && *text != '\0';
}

gboolean
seven_closure_is_object (GObject *self, GObject *object)
{
  return object != NULL;
}

gboolean
seven_closure_is_positive (GObject *self, guint number)
{
  return number > 0;
}

gboolean
seven_closure_is_zero (GObject *self, guint number)
{
  return number == 0;
}

char *
seven_closure_choose (GObject *self, gboolean condition, const char *one, const char *other)
{
  return g_strdup (condition ? one : other);
}

char *
seven_closure_matches (GObject *self, int n_matches, const char *text)
{
  if (text == NULL || *text == '\0' || n_matches < 0)
    return g_strdup ("");
  if (n_matches == 0)
    return g_strdup (_ ("No matches"));
  return g_strdup_printf (ngettext ("%d match", "%d matches", (gulong) n_matches), n_matches);
}

gboolean
seven_closure_is_mendable (GObject *self, int fix_kind)
{
  return fix_kind == SEVEN_FIX_SAFE || fix_kind == SEVEN_FIX_OFFER;
}

GObject *
seven_closure_choose_object (GObject *self, gboolean condition, GObject *one, GObject *other)
{
  GObject *chosen = condition ? one : other;

  return chosen != NULL ? g_object_ref (chosen) : NULL;
}

gboolean
seven_closure_both_zero (GObject *self, guint one, guint other)
{
  return one == 0 && other == 0;
}

char *
seven_closure_n_errors (GObject *self, guint n_errors)
{
  return g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
}

char *
seven_closure_n_warnings (GObject *self, guint n_warnings)
{
  return g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings);
}

char *
seven_closure_copy_label (GObject *self, gboolean folded)
{
  return g_strdup (folded ? "" : _ ("Copy JSON"));
}

char *
seven_closure_json_position (GObject *self, const char *left_pane, const char *position)
{
  return g_strdup (g_strcmp0 (left_pane, "json") == 0 ? position : NULL);
}

char *
seven_closure_modified_title (GObject *self, const char *title, gboolean modified)
{
  if (title == NULL)
    return g_strdup ("");
  return modified ? g_strconcat ("• ", title, NULL) : g_strdup (title);
}

char *
seven_closure_severity_icon (GObject *self, int severity)
{
  switch (severity) {
  case SEVEN_SEVERITY_ERROR:
    return g_strdup ("dialog-error-symbolic");
  case SEVEN_SEVERITY_WARNING:
    return g_strdup ("dialog-warning-symbolic");
  default:
    return g_strdup ("dialog-information-symbolic");
  }
}

char *
seven_closure_severity_label (GObject *self, int severity)
{
  if (severity < SEVEN_SEVERITY_ERROR || severity > SEVEN_SEVERITY_INFO)
    return g_strdup ("");
  return g_strdup (seven_severity_get_label ((SevenSeverity) severity));
}

GStrv
seven_closure_severity_classes (GObject *self, int severity)
{
  const char *const classes[][2] = { { "error", NULL }, { "warning", NULL }, { "accent", NULL } };

  return g_strdupv ((char **) classes[CLAMP (severity, SEVEN_SEVERITY_ERROR, SEVEN_SEVERITY_INFO)]);
}

GStrv
seven_closure_caption_classes (GObject *self, gboolean warning)
{
  const char *const classes[] = { "caption", warning ? "warning" : "dim-label", NULL };

  return g_strdupv ((char **) classes);
}

GStrv
seven_closure_value_classes (GObject *self, gboolean warning)
{
  const char *const classes[] = { "value", warning ? "warning" : NULL, NULL };

  return g_strdupv ((char **) classes);
}

GStrv
seven_closure_header_classes (GObject *self, gboolean folded)
{
  const char *const classes[] = { folded ? "narrow" : NULL, NULL };

  return g_strdupv ((char **) classes);
}

GStrv
seven_closure_css_class (GObject *self, const char *css_class)
{
  const char *const classes[] = { css_class, NULL };

  return g_strdupv ((char **) classes);
}

GStrv
seven_closure_code_classes (GObject *self, const char *css_class)
{
  const char *const classes[] = { "code", "numeric", css_class, NULL };

  return g_strdupv ((char **) classes);
}

GStrv
seven_closure_logto_classes (GObject *self, gboolean wrong)
{
  const char *const classes[] = { "logto", wrong ? "wrong" : "right", NULL };

  return g_strdupv ((char **) classes);
}

char *
seven_closure_join (GObject *self, const char *one, const char *other)
{
  if (one == NULL || *one == '\0')
    return g_strdup (other);
  if (other == NULL || *other == '\0')
    return g_strdup (one);
  return g_strdup_printf ("%s · %s", one, other);
}
