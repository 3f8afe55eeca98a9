/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-rules.h"
#include "seven-state-store.h"
#include "seven-text.h"
#include "seven-template-item.h"

G_BEGIN_DECLS

/**
 * SevenDocument:
 *
 * The one truth: a text, its undo stack, and everything derived from it.
 *
 * Properties, read-only unless said:
 *   uri (string, nullable), title ("acme.json" or "New Config"), subtitle (folder, or "Draft"), modified (boolean),
 *   busy (boolean: loading or saving), can-undo, can-redo (boolean), undo-label, redo-label (strings: "Undo: Edit
 *   Sender", "Undo"),
 *   valid (boolean: the text is JSON and an object; while FALSE api-key, sender and templates show the last good config),
 *   checking (boolean: a text of more than 256 KiB is checked in a thread; what was found is that of the text before),
 *   syntax-problem (SevenProblem, nullable: json-syntax or not-an-object),
 *   api-key (string, rw: "" where missing), api-key-editable (boolean: missing or a string), api-key-problem,
 *   sender-problem (SevenProblem, nullable: the gravest error or warning about it), sender (string, rw: ""
 *   where missing), sender-editable, sender-hint ("7 characters left", "Numeric · 3 digits left"), sender-warning
 *   (boolean),
 *   templates (GListModel of SevenTemplateItem), problems (GListModel of SevenProblem, sorted by severity, then place),
 *   usage-choices (GListModel of SevenUsageChoice: Logto’s ten, then the unknown ones that stand in templates),
 *   missing-usages (GListModel of SevenUsageChoice: flows without a template, those in use first),
 *   n-errors, n-warnings, n-problems (uint), has-safe-fixes (boolean), summary ("1 error · 2 warnings", "No problems"),
 *   coverage ("5 of 8 Logto flows covered"), flows (uint, rw: SevenFlows in use),
 *   state-store (SevenStateStore, nullable, rw: where flows is kept, by uri), has-key (boolean: a usable key, in the
 *   text or elsewhere), key-stored (boolean: one that is kept elsewhere is known),
 *   long-lines (boolean: a line of more than 10,000 characters).
 *
 * Signals:
 *   spliced (uint64 offset, uint64 removed, string inserted): the text changed, already applied; offsets are bytes; a
 *   NUL ends inserted, though it may go on in the text;
 *   checked (): config, problems and templates are up to date again.
 */
#define SEVEN_TYPE_DOCUMENT (seven_document_get_type ())
G_DECLARE_FINAL_TYPE (SevenDocument, seven_document, SEVEN, DOCUMENT, GObject)

SevenDocument *seven_document_new (void);
const char *seven_document_get_text (SevenDocument *self, gsize *length);
SevenConfig *seven_document_get_config (SevenDocument *self);
const char *seven_document_get_uri (SevenDocument *self);
gboolean seven_document_get_modified (SevenDocument *self);
GListModel *seven_document_get_templates (SevenDocument *self);
GListModel *seven_document_get_problems (SevenDocument *self);
char *seven_document_dup_complete_set (void);
char *seven_document_dup_documented_set (void);

void seven_document_reset (
    SevenDocument *self, const char *text, gsize length, const char *uri, const char *stamp);
void seven_document_type (SevenDocument *self, gsize offset, gsize removed, const char *inserted);
void seven_document_seal (SevenDocument *self);
void seven_document_apply (SevenDocument *self, const SevenSplice *splice, const char *label);
void seven_document_undo (SevenDocument *self);
void seven_document_redo (SevenDocument *self);

void seven_document_set_api_key (SevenDocument *self, const char *api_key);
void seven_document_set_sender (SevenDocument *self, const char *sender);
void seven_document_set_template_content (SevenDocument *self, guint index, const char *content);
void seven_document_set_template_usage (SevenDocument *self, guint index, const char *usage);
void seven_document_add_template (SevenDocument *self, const char *usage);
void seven_document_add_all_missing (SevenDocument *self);
void seven_document_duplicate_template (SevenDocument *self, guint index);
void seven_document_remove_template (SevenDocument *self, guint index);
void seven_document_move_template (SevenDocument *self, guint from, guint to);
void seven_document_fix (SevenDocument *self, SevenProblem *problem);
guint seven_document_fix_all_safe (SevenDocument *self);
void seven_document_format (SevenDocument *self);

char *seven_document_dup_for_logto (SevenDocument *self, gboolean with_key);
char *seven_document_dup_copy_advice (SevenDocument *self, gboolean with_key);

void seven_document_set_stored_key (SevenDocument *self, const char *key);
char *seven_document_dup_usable_key (SevenDocument *self);
char *seven_document_dup_stored_key (SevenDocument *self);
void seven_document_take_out_key (SevenDocument *self);

void seven_document_load_async (SevenDocument *self, SevenTextStore *store, const char *uri,
    SevenCharset charset, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean
seven_document_load_finish (SevenDocument *self, GAsyncResult *result, SevenCharset *guess, GError **error);
void seven_document_save_async (SevenDocument *self, SevenTextStore *store, const char *uri,
    SevenSaveFlags flags, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean seven_document_save_finish (SevenDocument *self, GAsyncResult *result, GError **error);

G_END_DECLS
