package org.zhixing.panel.rules;

import org.zhixing.signing.rules.Seat;

/**
 * What a member of the panel holds.
 *
 * @param dissents whether the member is against the resolution; such an opinion is recorded as it was given
 */
public record Opinion(Seat seat, boolean dissents, String text) {}
