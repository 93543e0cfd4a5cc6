/** What of a row is sealed, how a block is made and what a check of blocks finds. */
@NullMarked
package org.zhixing.audit.rules;

import org.jspecify.annotations.NullMarked;
