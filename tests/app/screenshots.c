/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#include "screenshot-scenes.h"

#include "../model/fake-key-store.h"
#include "seven-application.h"
#include "seven-file-store.h"
#include "seven-http-gateway.h"
#include "seven-preview.h"
#include "seven-sandbox-gateway.h"
#include "seven-sandbox.h"
#include "seven-test-run.h"

#include <locale.h>

/* Pictures of the windows in their main states, taken in process: the same over runs but for the times in them. */

#define SAMPLE "/io/github/sevenconsole/SevenConsole/sample.json"

/* With a fault of most kinds. */
static const char flawed[] = "{\n"
                             "  \"apiKey\": \"<your-api-key>\",\n"
                             "  \"from\": \"Acme Sign-in\",\n"
                             "  \"templates\": [\n"
                             "    {\n"
                             "      \"usageType\": \"SignIn\",\n"
                             "      \"content\": \"{{ code }} is your Acme sign-in code.\"\n"
                             "    },\n"
                             "    {\n"
                             "      \"usageType\": \"Register\",\n"
                             "      \"content\": \"It’s {{code}}, your code to create an Acme account. "
                             "Welcome to Acme, we are glad that you are "
                             "here.\"\n"
                             "    },\n"
                             "    {\n"
                             "      \"usageType\": \"generic\",\n"
                             "      \"content\": \"{{code}} is your Acme code.\"\n"
                             "    },\n"
                             "    {\n"
                             "      \"usageType\": \"Test\",\n"
                             "      \"content\": \"{{code}} is a test.\"\n"
                             "    }\n"
                             "  ]\n"
                             "}\n";

/* Cut in the middle of a word. */
static const char broken[] = "{\n"
                             "  \"apiKey\": \"<your-api-key>\",\n"
                             "  \"from\": \"Acme\",\n"
                             "  \"templates\": [\n"
                             "    {\n"
                             "      \"usageType\": \"SignIn\",\n"
                             "      \"content\": \"{{code}} is your Acme sign-in code.\"\n"
                             "    },\n"
                             "  ]\n"
                             "}\n";

typedef struct
{
  const char *name;
  const char *text; /* (nullable) NULL: the sample */
  const char *left_pane;
  const char *right_pane;
  gboolean right_in_front; /* which of them a narrow window shows */
  const char *recipient; /* (nullable) sends a test to it */
  Scene scene; /* (nullable): what happens then */
} State;

static const State states[] = {
  { "start", NULL, "form", "test", TRUE, NULL, NULL },
  { "form", flawed, "form", "test", FALSE, NULL, NULL },
  { "json", flawed, "json", "problems", FALSE, NULL, NULL },
  { "invalid", broken, "json", "problems", FALSE, NULL, NULL },
  { "test", NULL, "form", "test", TRUE, "+44 7700 900123", scene_delivered },
  { "refused", NULL, "form", "test", TRUE, "+44 7700 900900", NULL },
  { "reload-lock", NULL, "form", "test", TRUE, "+44 7700 900402", NULL },
  { "unknown", NULL, "form", "test", TRUE, "+44 7700 900990", NULL },
  { "logto-wrong", NULL, "form", "test", TRUE, "+44 7700 900995", NULL },
  { "preview", flawed, "form", "preview", TRUE, NULL, NULL },
  { "problems", flawed, "form", "problems", TRUE, NULL, NULL },
  { "key", NULL, "form", "test", FALSE, NULL, scene_key },
  { "every-template", NULL, "form", "test", TRUE, NULL, scene_every_template },
  { "history", NULL, "form", "test", TRUE, NULL, scene_history },
};

static const struct
{
  const char *name;
  AdwColorScheme scheme;
  int width;
  int height;
} looks[] = {
  { "light", ADW_COLOR_SCHEME_FORCE_LIGHT, 1180, 780 },
  { "dark", ADW_COLOR_SCHEME_FORCE_DARK, 1180, 780 },
  { "narrow", ADW_COLOR_SCHEME_FORCE_LIGHT, 400, 720 },
};

static GdkTexture *
render (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);

  if (width <= 0 || height <= 0)
    return NULL;
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;
  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
      &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

/* A paintable is empty while its widget waits to be drawn: it is tried again. */
static gboolean
take_picture (GtkWidget *window, const char *path)
{
  for (int i = 0; i < SCENE_LIMIT; i++) {
    g_autoptr (GdkTexture) texture = NULL;

    gtk_test_widget_wait_for_draw (window);
    while (g_main_context_iteration (NULL, FALSE)) {
    }
    texture = render (window);
    if (texture != NULL)
      return gdk_texture_save_to_png (texture, path);
  }
  return FALSE;
}

static gboolean
send_test (SevenTestRun *test_run, const char *recipient)
{
  g_object_set (test_run, "recipient", recipient, NULL);
  seven_test_run_send (test_run);
  return scene_wait_until (test_run, "sending", FALSE);
}

/* A document that was opened before the text broke shows what was last good, as it does when people type. */
static void
fill_window (SevenWindow *window, const State *state)
{
  g_autoptr (GBytes) sample = g_resources_lookup_data (SAMPLE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  SevenDocument *document = seven_window_get_document (window);
  const char *text = state->text;
  gsize length;

  seven_window_start_draft (window, g_bytes_get_data (sample, NULL), FALSE);
  if (text == NULL)
    return;
  if (text != broken) {
    seven_window_start_draft (window, text, FALSE);
    return;
  }
  seven_document_get_text (document, &length);
  seven_document_type (document, 0, length, text);
}

static gboolean
show_state (SevenWindow *window, const State *state)
{
  g_autoptr (SevenTestRun) test_run = NULL;
  g_autoptr (SevenPreview) preview = NULL;

  fill_window (window, state);
  g_object_get (window, "test-run", &test_run, "preview", &preview, NULL);
  g_object_set (test_run, "code", "482913", NULL);
  g_object_set (preview, "code", "482913", NULL);
  g_object_set (window, "left-pane", state->left_pane, "right-pane", state->right_pane, "pane",
      state->right_in_front ? state->right_pane : state->left_pane, NULL);
  gtk_window_set_focus (GTK_WINDOW (window), NULL);
  return state->recipient == NULL || send_test (test_run, state->recipient);
}

/* Lets the program run until the window is as narrow as that. */
static gboolean
narrow_to (GtkWidget *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (!scene_wait_for_width (window, width))
    return FALSE;
  gtk_test_widget_wait_for_draw (window);
  return TRUE;
}

/* To the look's size, where the window is larger than that. Only a window whose header has folded can be narrower
 * still: the last size is reached in two steps. */
static gboolean
resize (GtkWidget *window, guint look)
{
  const int folded = 700;
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  height = MIN (height, looks[look].height);
  return (looks[look].width > folded || width <= folded || narrow_to (window, folded, height)) &&
      narrow_to (window, MIN (width, looks[look].width), height);
}

/* Returns: the window to take the picture of; NULL: it did not come to that. */
static GtkWindow *
play (SevenWindow *window, const State *state, guint look)
{
  GtkWindow *picture;

  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  if (!resize (GTK_WIDGET (window), look) || !show_state (window, state))
    return NULL;
  picture = state->scene != NULL ? state->scene (window) : GTK_WINDOW (window);
  if (picture == NULL || picture == GTK_WINDOW (window))
    return picture;
  gtk_test_widget_wait_for_draw (GTK_WIDGET (picture));
  return resize (GTK_WIDGET (picture), look) ? picture : NULL;
}

static gboolean
take_state (SevenApplication *application, const State *state, guint look, const char *folder)
{
  g_autoptr (SevenSession) session = NULL;
  g_autofree char *name = g_strdup_printf ("%s-%s.png", state->name, looks[look].name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  SevenWindow *window;
  GtkWindow *picture;
  gboolean done;

  g_object_get (application, "session", &session, NULL);
  window = seven_window_new (GTK_APPLICATION (application), session, NULL);
  picture = play (window, state, look);
  done = picture != NULL && take_picture (GTK_WIDGET (picture), path);
  g_print ("%s %s\n", done ? "took" : "missed", path);
  if (picture != NULL && picture != GTK_WINDOW (window))
    gtk_window_destroy (picture);
  gtk_window_destroy (GTK_WINDOW (window));
  return done;
}

static gboolean
take_all (SevenApplication *application, const char *folder, const char *only)
{
  gboolean done = TRUE;

  for (guint look = 0; look < G_N_ELEMENTS (looks); look++) {
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), looks[look].scheme);
    for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
      if (only == NULL || g_str_equal (only, states[i].name))
        done = take_state (application, &states[i], look, folder) && done;
    }
  }
  return done;
}

/* url: (nullable): what is said of where it sends to; NULL: as it is. */
static void
append_gateway (GListStore *gateways, const char *id, const char *name, const char *description,
    SevenGateway *gateway, const char *url)
{
  g_autoptr (SevenGatewayChoice) choice = g_object_new (SEVEN_TYPE_GATEWAY_CHOICE, "id", id, "name", name,
      "description", description, "live", url != NULL, "gateway", gateway, "base-url", url, NULL);

  g_list_store_append (gateways, choice);
}

/* As the program itself has it, but that seven's two hosts are a sandbox of our own, too, and the keyring is none. */
static SevenApplication *
create_application (const char *url)
{
  g_autoptr (SevenFileStore) store = seven_file_store_new ();
  g_autoptr (FakeKeyStore) keys = g_object_new (FAKE_TYPE_KEY_STORE, NULL);
  g_autoptr (SevenSandboxGateway) sandbox = seven_sandbox_gateway_new (SCENE_LIMIT);
  g_autoptr (SevenHttpGateway) host = seven_http_gateway_new (url, SCENE_LIMIT, NULL);
  g_autoptr (GListStore) gateways = g_list_store_new (SEVEN_TYPE_GATEWAY_CHOICE);
  g_autoptr (SevenSession) session = NULL;

  append_gateway (gateways, "sandbox", "Sandbox", "Nothing is sent; answers are simulated",
      SEVEN_GATEWAY (sandbox), NULL);
  append_gateway (gateways, "seven", "seven", "gateway.seven.io: a real SMS, which costs money",
      SEVEN_GATEWAY (host), SEVEN_HTTP_GATEWAY_URL);
  append_gateway (gateways, "old", "seven, Old Host",
      "gateway.sms77.io: the one the connector calls; a real SMS, which costs money", SEVEN_GATEWAY (host),
      SEVEN_HTTP_GATEWAY_OLD_URL);
  session = seven_session_new (
      SEVEN_TEXT_STORE (store), NULL, SEVEN_KEY_STORE (keys), NULL, G_LIST_MODEL (gateways));

  return seven_application_new (session);
}

int
main (int argc, char *argv[])
{
  g_autoptr (SevenApplication) application = NULL;
  g_autoptr (SevenSandbox) hosts = seven_sandbox_new ();
  g_autoptr (GError) error = NULL;

  /* Before anybody asks for the time. */
  g_setenv ("TZ", "UTC", TRUE);
  setlocale (LC_ALL, "");
  if (argc < 2) {
    g_printerr ("Usage: %s FOLDER [STATE]\n", argv[0]);
    return 2;
  }
  if (!seven_sandbox_listen (hosts, 0, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  application = create_application (seven_sandbox_get_url (hosts));
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  return take_all (application, argv[1], argc > 2 ? argv[2] : NULL) ? 0 : 1;
}
