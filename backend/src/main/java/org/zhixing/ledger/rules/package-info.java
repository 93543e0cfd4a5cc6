/** How a virtual account number is made. */
@NullMarked
package org.zhixing.ledger.rules;

import org.jspecify.annotations.NullMarked;
