/* SPDX-FileCopyrightText: The Seven Console authors
 * SPDX-License-Identifier: MIT */

#pragma once

#include "seven-gateway.h"

G_BEGIN_DECLS

/* A host on a free port of 127.0.0.1 that does to its clients what a script says. Its work is done in threads of its
 * own. */
typedef struct _Peer Peer;

/* Runs in a thread, after the request has been read; returning closes the connection. */
typedef void (*PeerScript) (Peer *peer, GIOStream *stream, gpointer data);

Peer *peer_new (PeerScript script, gpointer data);
/* The same behind TLS, with this certificate. */
Peer *peer_new_tls (GTlsCertificate *certificate, PeerScript script, gpointer data);
/* Takes connections and never says a word, not even of TLS. */
Peer *peer_new_silent (void);
/* Its script runs as soon as a connection is taken; it reads what it wants to read. */
Peer *peer_new_rude (PeerScript script, gpointer data);
void peer_free (Peer *peer); /* waits for its threads */

char *peer_dup_url (Peer *peer); /* of 127.0.0.1 */
guint peer_get_port (Peer *peer);
guint peer_get_n_connections (Peer *peer);
guint peer_get_n_requests (Peer *peer);
char *peer_dup_request (Peer *peer); /* the last one, head and body; (nullable) */
/* Called once in the main context, when a connection was taken, or when a script asks for it. */
void peer_on_connected (Peer *peer, GSourceOnceFunc func, gpointer data);
void peer_on_point (Peer *peer, GSourceOnceFunc func, gpointer data);
void peer_reach_point (Peer *peer);

/* A script that gives this answer, byte for byte, and goes. */
typedef struct
{
  const char *bytes;
  gsize length;
} PeerAnswer;

void peer_answer (Peer *peer, GIOStream *stream, gpointer answer);

/* For scripts. FALSE: the client is gone. */
gboolean peer_write (GIOStream *stream, const void *data, gsize length);
void peer_wait_for_end (GIOStream *stream); /* until the client is gone */
/* Ends a connection without TLS as a host that has crashed does, with RST. */
void peer_reset (GIOStream *stream);

/* Runs one exchange to its end in the main context. */
SevenExchange *run_exchange (SevenGateway *gateway, SevenRequest *request, GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Peer, peer_free)

G_END_DECLS
