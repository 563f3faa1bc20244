/// What a caller is to hear, as the flow says it.
@NullMarked
package org.ivrea.engine.prompt;

import org.jspecify.annotations.NullMarked;
