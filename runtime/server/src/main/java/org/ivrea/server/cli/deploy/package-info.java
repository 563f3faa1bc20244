/// What the commands that deploy have in common: where to, what, and how it is told.
@NullMarked
package org.ivrea.server.cli.deploy;

import org.jspecify.annotations.NullMarked;
