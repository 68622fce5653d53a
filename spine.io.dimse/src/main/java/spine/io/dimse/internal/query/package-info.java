/** Query and retrieve as their user (PS3.4 annex C), in the study root information model. */
package spine.io.dimse.internal.query;
