/// One phone call as the engine sees it: the operations it can be asked for, and what comes of them.
@NullMarked
package org.ivrea.engine.call;

import org.jspecify.annotations.NullMarked;
