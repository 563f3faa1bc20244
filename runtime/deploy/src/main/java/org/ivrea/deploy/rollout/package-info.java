/// One package to many targets: what is done, what can go wrong, and what came of each.
@NullMarked
package org.ivrea.deploy.rollout;

import org.jspecify.annotations.NullMarked;
