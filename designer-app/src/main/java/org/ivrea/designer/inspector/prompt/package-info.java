/// Editor of what callers hear.
@NullMarked
package org.ivrea.designer.inspector.prompt;

import org.jspecify.annotations.NullMarked;
