/// Tries a request before a call does.
@NullMarked
package org.ivrea.designer.inspector.http;

import org.jspecify.annotations.NullMarked;
