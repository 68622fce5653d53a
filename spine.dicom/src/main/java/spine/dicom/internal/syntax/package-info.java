/** Transfer syntaxes by name, and who decodes them. */
package spine.dicom.internal.syntax;
