/** What the doors have in common. */
package spine.doors.internal;
