/** Storage of objects (STOW-RS, PS3.18 10.5). */
package spine.dicomweb.internal.store;
