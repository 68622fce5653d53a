/**
 * Storage commitment as its user (PS3.4 annex J, push model): the node is asked by N-ACTION, and reports by N-EVENT-REPORT, on the same
 * association or on one that it opens to a listener of this side.
 */
package spine.io.dimse.internal.commitment;
