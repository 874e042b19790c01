/* What the components share: how one comes on the page, stays there and leaves it.
 *
 * One module with the component's own scripts: Python joins them.
 */

/* Return the function that Streamlit calls for a component made by `createView(parent)`.
 *
 * It is called at first and again whenever data or theme change, always with the same
 * parentElement while the component stays on the page; what it returns runs at the end. A view
 * has `destroy()` and, if it takes data, `update(data, setStateValue)`. */
function mounted(createView) {
  const mounts = new WeakMap(); // the component's root → its view, and how often it was called
  return ({ data, parentElement, setStateValue }) => {
    let mount = mounts.get(parentElement);
    if (!mount) {
      mount = { view: createView(parentElement), calls: 0 };
      mounts.set(parentElement, mount);
    }
    const call = ++mount.calls;
    mount.view.update?.(data, setStateValue);
    return () => {
      // Streamlit also ends a call that a later one overtook; the view then lives on.
      if (call !== mount.calls) return;
      mount.view.destroy();
      mounts.delete(parentElement);
    };
  };
}
