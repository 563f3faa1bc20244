package org.ivrea.designer.workspace;

import java.time.Instant;

/// Who has a project open for writing.
///
/// @param pid   of the process
/// @param since when it opened the project
public record LockHolder(long pid, String user, String host, Instant since) {}
