package org.ivrea.engine.http;

import org.jspecify.annotations.Nullable;

/// What came back over one connection.
///
/// @param contentType empty when the reply does not say
/// @param body        decoded as UTF-8
/// @param location    where it redirects to, or `null`
record WireReply(int status, String contentType, @Nullable String location, String body) {}
