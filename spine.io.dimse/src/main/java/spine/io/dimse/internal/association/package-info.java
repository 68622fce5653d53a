/** Associations (PS3.8 7, 9.2): how they are asked for, granted, used and ended, by either side. */
package spine.io.dimse.internal.association;
