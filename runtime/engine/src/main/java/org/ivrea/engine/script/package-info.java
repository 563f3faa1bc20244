/// Call scripts: tests of flows by what a caller hears and does.
@NullMarked
package org.ivrea.engine.script;

import org.jspecify.annotations.NullMarked;
