/** Which studies are of one person, by what their headers say of that person. */
package spine.deidentify.internal.identity;
