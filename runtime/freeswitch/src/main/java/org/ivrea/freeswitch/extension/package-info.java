/// What may stand above the runtime: a server that says which flows run, which number leads to which, and that learns of
/// calls.
@NullMarked
package org.ivrea.freeswitch.extension;

import org.jspecify.annotations.NullMarked;
