import { need } from '../dom/element.ts'

/** Pixels for each unit of the drawing: sharp on paper, too. */
const scale = 2

/** Draws a file of this site on a canvas. */
async function toPng(address: string): Promise<Blob> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = scale * image.naturalWidth
  canvas.height = scale * image.naturalHeight
  const context = canvas.getContext('2d')
  if (!context) throw new Error(`Cannot draw "${address}": this browser gives no canvas`)
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error(`Cannot draw "${address}": the canvas gave no picture`))
    }, 'image/png')
  })
}

function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** The button that turns the drawing beside it into a picture; it shows itself only where scripts run. */
class ChartPng extends HTMLElement {
  connectedCallback(): void {
    const { drawing = '', name = 'chart' } = this.dataset
    this.hidden = false
    need(this, 'button', HTMLButtonElement).addEventListener('click', async () => {
      save(await toPng(drawing), `${name}.png`)
    })
  }
}

customElements.define('chart-png', ChartPng)
