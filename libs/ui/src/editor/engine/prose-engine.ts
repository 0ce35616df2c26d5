import { Editor } from '@tiptap/core';
import type { Node as Content } from '@tiptap/pm/model';
import {
  blocksOf,
  sayable,
  tidyBlock,
  woven,
  type BlockedText,
  type ProseNode,
  type ReadBefore,
  type WrittenBlock,
} from '@sightline/prose';
import { drop, paste } from './pasted';
import { proseExtensions } from './schema';
import type { EditorState, ToolKey } from './tool-list';
import { runTool, stateOf } from './tools';

/** A pause in typing after which the text is written out; the draft is saved a good second later. */
const WRITES_AFTER_MS = 200;

export interface EngineSettings {
  readonly place: HTMLElement;
  readonly text: string;
  /** Attributes of the element one writes in: id, name, description. */
  readonly attributes: Record<string, string>;
  /** What stands above a block that is shown as its source. */
  readonly sourceLabel: string;
  /** What is written now, and what it was written over. */
  readonly changed: (text: string, before: string) => void;
  readonly left: () => void;
  readonly entered: () => void;
  readonly moved: (state: EditorState) => void;
  /** Keys that the frame around the text answers. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** One text in the editor: Markdown in, Markdown out; what nobody touched keeps its bytes. */
export class ProseEngine {
  private readonly editor: Editor;
  /** How each block is written, by the block itself: ProseMirror keeps the untouched ones. */
  private readonly written = new WeakMap<Content, WrittenBlock | null>();
  private readonly readBefore: ReadBefore = new Map();
  private original: BlockedText;
  private text: string;
  private timer?: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly settings: EngineSettings) {
    this.text = settings.text;
    this.original = blocksOf(settings.text, this.readBefore);
    this.editor = new Editor({
      element: settings.place,
      extensions: proseExtensions(settings.sourceLabel),
      content: documentOf(this.original.blocks.map(({ node }) => node)),
      injectCSS: false,
      editorProps: {
        attributes: { role: 'textbox', 'aria-multiline': 'true', ...settings.attributes },
        handlePaste: paste,
        handleDrop: drop,
        handleKeyDown: (_view, event) => settings.key(event),
      },
      onUpdate: () => this.writeSoon(),
      onFocus: () => settings.entered(),
      onBlur: () => {
        this.write();
        settings.left();
      },
      onTransaction: ({ editor }) => settings.moved(stateOf(editor)),
    });
  }

  /**
   * Takes over a text from outside; where it says what stands here already, nothing moves, the cursor included. Words
   * typed a moment ago go out first: whoever holds the text decides what becomes of both.
   */
  replace(text: string): void {
    if (this.timer !== undefined) return this.write();
    if (text === this.text) return;
    this.text = text;
    this.original = blocksOf(text, this.readBefore);
    const { state, schema } = this.editor;
    const standing = this.blocks();
    const wanted = this.original.blocks;
    const same = (a: number, b: number): boolean => standing[a]?.written?.written === wanted[b]?.written;
    const most = Math.min(standing.length, wanted.length);
    let head = 0;
    while (head < most && same(head, head)) head += 1;
    let tail = 0;
    while (tail < most - head && same(standing.length - 1 - tail, wanted.length - 1 - tail)) tail += 1;
    const from = standing.slice(0, head).reduce((size, { node }) => size + node.nodeSize, 0);
    const to =
      state.doc.content.size -
      standing.slice(standing.length - tail).reduce((size, { node }) => size + node.nodeSize, 0);
    const nodes = wanted.slice(head, wanted.length - tail).map(({ node }) => schema.nodeFromJSON(node));
    const filled = nodes.length === 0 && head + tail === 0 ? [schema.nodeFromJSON({ type: 'paragraph' })] : nodes;
    const change = state.tr.replaceWith(from, to, filled).setMeta('addToHistory', false).setMeta('preventUpdate', true);
    this.editor.view.dispatch(change);
  }

  /** Writes out what was typed last. */
  write(): void {
    clearTimeout(this.timer);
    if (this.timer === undefined) return;
    this.timer = undefined;
    const text = woven(
      this.original,
      this.blocks().flatMap(({ written }) => written ?? []),
      this.readBefore,
    );
    if (text === this.text) return;
    const before = this.text;
    this.text = text;
    this.settings.changed(text, before);
  }

  run(key: Exclude<ToolKey, 'link'>): void {
    runTool(this.editor, key);
  }

  /** 0 makes plain text of it. */
  style(level: number): void {
    const chain = this.editor.chain().focus();
    if (level === 0) chain.setParagraph().run();
    else chain.setHeading({ level: level as 3 | 4 }).run();
  }

  /** Links what is selected, or the address itself; an empty address takes the link away. */
  link(href: string): void {
    const chain = this.editor.chain().focus();
    if (href === '') chain.extendMarkRange('link').unsetLink().run();
    else if (this.editor.state.selection.empty && !this.editor.isActive('link'))
      chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
    else chain.extendMarkRange('link').setLink({ href }).run();
  }

  describe(attributes: Record<string, string | null>): void {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === null) this.editor.view.dom.removeAttribute(name);
      else this.editor.view.dom.setAttribute(name, value);
    }
  }

  focus(): void {
    this.editor.commands.focus();
  }

  destroy(): void {
    this.write();
    this.editor.destroy();
  }

  private writeSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), WRITES_AFTER_MS);
  }

  private blocks(): { node: Content; written: WrittenBlock | null }[] {
    const blocks: { node: Content; written: WrittenBlock | null }[] = [];
    this.editor.state.doc.forEach((node) => blocks.push({ node, written: this.writtenOf(node) }));
    return blocks;
  }

  private writtenOf(node: Content): WrittenBlock | null {
    let written = this.written.get(node);
    if (written === undefined) {
      const tidy = tidyBlock(node.toJSON() as ProseNode);
      written = tidy && sayable(tidy);
      this.written.set(node, written);
    }
    return written;
  }
}

const documentOf = (content: readonly ProseNode[]) => ({
  type: 'doc',
  content: content.length > 0 ? [...content] : [{ type: 'paragraph' }],
});
