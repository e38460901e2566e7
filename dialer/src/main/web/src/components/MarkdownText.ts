import { defineComponent, h, type VNodeChild } from 'vue'
import { lexer, type Token, type Tokens } from 'marked'

const INLINE: Record<string, string> = {
  strong: 'strong',
  em: 'em',
  del: 'del',
  paragraph: 'p',
  blockquote: 'blockquote',
}

function inner(token: Token): VNodeChild[] {
  const { tokens, text } = token as { tokens?: Token[]; text?: string }
  return tokens?.map(node) ?? [text ?? '']
}

function list(token: Tokens.List): VNodeChild {
  return h(
    token.ordered ? 'ol' : 'ul',
    token.items.map((item) => h('li', item.tokens.map(node))),
  )
}

function table(token: Tokens.Table): VNodeChild {
  const row = (cells: Tokens.TableCell[], tag: string) =>
    h(
      'tr',
      cells.map((cell) => h(tag, cell.tokens.map(node))),
    )
  return h('table', [
    h('thead', [row(token.header, 'th')]),
    h(
      'tbody',
      token.rows.map((cells) => row(cells, 'td')),
    ),
  ])
}

/** One token; HTML in the text and links stay text, so that whoever writes a script cannot run anything. */
function node(token: Token): VNodeChild {
  const tag = INLINE[token.type]
  if (tag !== undefined) {
    return h(tag, inner(token))
  }
  switch (token.type) {
    case 'heading':
      return h(`h${Math.min(6, (token as Tokens.Heading).depth + 2)}`, inner(token))
    case 'list':
      return list(token as Tokens.List)
    case 'table':
      return table(token as Tokens.Table)
    case 'code':
      return h('pre', [h('code', (token as Tokens.Code).text)])
    case 'codespan':
      return h('code', (token as Tokens.Codespan).text)
    case 'br':
      return h('br')
    case 'hr':
      return h('hr')
    case 'space':
      return null
    case 'link':
      return h('span', inner(token))
    case 'text':
    case 'escape':
      return h('span', inner(token))
    default:
      return token.raw
  }
}

/** Markdown as elements, without ever making HTML of the text. */
export default defineComponent({
  props: { text: { type: String, required: true } },
  setup: (props) => () => h('div', { class: 'markdown' }, lexer(props.text).map(node)),
})
