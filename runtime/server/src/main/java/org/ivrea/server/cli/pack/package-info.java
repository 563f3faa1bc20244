/// What the commands about packages have in common.
@NullMarked
package org.ivrea.server.cli.pack;

import org.jspecify.annotations.NullMarked;
