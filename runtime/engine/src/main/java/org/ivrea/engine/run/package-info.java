/// Runs calls through compiled flows.
@NullMarked
package org.ivrea.engine.run;

import org.jspecify.annotations.NullMarked;
