/// A flow as its file says it: immutable values without any knowledge of node types. Every edit gives a new document
/// that shares with the old one whatever did not change.
@NullMarked
package org.ivrea.flow.document;

import org.jspecify.annotations.NullMarked;
