/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Pure functions for the templates: what a widget shows, computed from what an object says. The first parameter
 * is the widget whose template asks; none of them looks at it. Strings are newly made, as closures have to. */

gboolean seven_closure_not (GObject *self, gboolean value);
gboolean seven_closure_and (GObject *self, gboolean one, gboolean other);
gboolean seven_closure_is_set (GObject *self, const char *text);
gboolean seven_closure_is_object (GObject *self, GObject *object);
gboolean seven_closure_is_positive (GObject *self, guint number);
gboolean seven_closure_is_zero (GObject *self, guint number);
char *seven_closure_choose (GObject *self, gboolean condition, const char *one, const char *other);
/* What a search found: how many matches (-1: still counting), nothing while there is nothing to look for. */
char *seven_closure_matches (GObject *self, int n_matches, const char *text);
/* fix_kind: a SevenFixKind; whether a button can mend it. */
gboolean seven_closure_is_mendable (GObject *self, int fix_kind);
GObject *seven_closure_choose_object (GObject *self, gboolean condition, GObject *one, GObject *other);
gboolean seven_closure_both_zero (GObject *self, guint one, guint other);
char *seven_closure_n_errors (GObject *self, guint n_errors);
char *seven_closure_n_warnings (GObject *self, guint n_warnings);
/* The label of the copy button: none where there is no room. */
char *seven_closure_copy_label (GObject *self, gboolean folded);
/* The cursor's place, while the pane in which it is counted is shown. */
char *seven_closure_json_position (GObject *self, const char *left_pane, const char *position);
char *seven_closure_modified_title (GObject *self, const char *title, gboolean modified);
/* severity: a SevenSeverity. */
char *seven_closure_severity_icon (GObject *self, int severity);
char *seven_closure_severity_label (GObject *self, int severity);
GStrv seven_closure_severity_classes (GObject *self, int severity);
/* The css classes of a line of small print, as a warning or not. */
GStrv seven_closure_header_classes (GObject *self, gboolean folded);
GStrv seven_closure_caption_classes (GObject *self, gboolean warning);
/* The css classes of a value, as a warning or not. */
GStrv seven_closure_value_classes (GObject *self, gboolean warning);
/* The css class of a state, alone, or of the large code that stands for it. */
GStrv seven_closure_css_class (GObject *self, const char *css_class);
GStrv seven_closure_code_classes (GObject *self, const char *css_class);
/* The css classes of what Logto would have said. */
GStrv seven_closure_logto_classes (GObject *self, gboolean wrong);
/* Both with a dot between them; the other alone where one is empty. */
char *seven_closure_join (GObject *self, const char *one, const char *other);

G_END_DECLS
