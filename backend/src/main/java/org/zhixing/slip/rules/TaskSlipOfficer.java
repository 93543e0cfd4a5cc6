package org.zhixing.slip.rules;

import java.util.List;
import java.util.UUID;

/**
 * Somebody of the affairs team who goes out, and how much they have in hand.
 *
 * @param sameArea how many of the slips in hand are in the area asked about
 */
public record TaskSlipOfficer(UUID id, String name, List<String> roles, int inHand, int sameArea) {}
