import {bothWays} from './both-ways.js'
import {listings} from './listings.js'

bothWays(
  listings.map(texts => texts.map(text => [text])),
  {head: {min: 60, max: 600}, pieces: 1500},
)
