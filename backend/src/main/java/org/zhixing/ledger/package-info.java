/** 一案一账户: one account per case, with its own virtual number. */
@NullMarked
package org.zhixing.ledger;

import org.jspecify.annotations.NullMarked;
