/**
 * Which version of a model serves. {@link spine.runtime.internal.selection.ModelSelectionStore} keeps what was chosen, in one file
 * that all processes of a home share; {@link spine.runtime.internal.selection.VersionSwitch} changes it, and
 * {@link spine.runtime.internal.selection.InstalledModels} lists every model with what it does and why.
 */
package spine.runtime.internal.selection;
