/** Studies made of others by giving them other UIDs. */
package spine.stress.internal.study;
